// Records what an SMTP scan by zgrab2 of a lab's mail servers gives.
//
// The dialogue is that of zgrab2's module smtp, flags and order as in its newest version; the handshake and its log are
// made by zcrypto, the library that zgrab2 makes them with. Input: lines "address,name". Output: JSON lines.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/zmap/zcrypto/tls"
)

type tlsLog struct {
	HandshakeLog *tls.ServerHandshake `json:"handshake_log"`
}

type result struct {
	Banner   string  `json:"banner,omitempty"`
	HELO     string  `json:"helo,omitempty"`
	EHLO     string  `json:"ehlo,omitempty"`
	StartTLS string  `json:"starttls,omitempty"`
	QUIT     string  `json:"quit,omitempty"`
	TLS      *tlsLog `json:"tls,omitempty"`
}

type response struct {
	Status    string  `json:"status"`
	Protocol  string  `json:"protocol"`
	Result    *result `json:"result,omitempty"`
	Timestamp string  `json:"timestamp,omitempty"`
	Error     *string `json:"error,omitempty"`
}

type grab struct {
	IP     string              `json:"ip,omitempty"`
	Domain string              `json:"domain,omitempty"`
	Data   map[string]response `json:"data,omitempty"`
}

var (
	port      = flag.Int("port", 25, "of the servers")
	maxTLS    = flag.Int("max-version", 0, "highest TLS version, as a number; 0 for the library's")
	ehloAlway = flag.Bool("send-ehlo-override", false, "send EHLO whatever the banner says")
	wait      = flag.Duration("timeout", 2*time.Second, "for each step")
)

// Whether the last line ends a reply: a code and a blank (RFC 5321, 4.2.1).
func whole(reply string) bool {
	if !strings.HasSuffix(reply, "\r\n") {
		return false
	}
	lines := strings.Split(strings.TrimSuffix(reply, "\r\n"), "\r\n")
	last := lines[len(lines)-1]
	if len(last) < 4 || last[3] != ' ' {
		return false
	}
	_, err := strconv.Atoi(last[0:3])
	return err == nil
}

func read(c net.Conn) (string, error) {
	var all []byte
	buffer := make([]byte, 65536)
	for {
		c.SetReadDeadline(time.Now().Add(*wait))
		n, err := c.Read(buffer)
		all = append(all, buffer[:n]...)
		if whole(string(all)) {
			return string(all), nil
		}
		if err != nil {
			var timeout net.Error
			if err == io.EOF || errors.As(err, &timeout) && timeout.Timeout() {
				return string(all), nil
			}
			return "", err
		}
	}
}

func say(c net.Conn, command string) (string, error) {
	c.SetWriteDeadline(time.Now().Add(*wait))
	if _, err := c.Write([]byte(command + "\r\n")); err != nil {
		return "", err
	}
	return read(c)
}

func code(reply string) (int, error) {
	if len(reply) < 5 {
		return 0, errors.New("invalid response for SMTP")
	}
	return strconv.Atoi(reply[0:3])
}

func status(err error) string {
	var op *net.OpError
	switch {
	case err == io.EOF:
		return "io-timeout"
	case errors.As(err, &op) && op.Op == "dial":
		return "connection-timeout"
	case errors.As(err, &op) && (op.Op == "read" || op.Op == "write"):
		return "io-timeout"
	}
	return "unknown-error"
}

func scan(ip, name string) (string, *result, error) {
	dialer := net.Dialer{Timeout: *wait}
	c, err := dialer.DialContext(context.Background(), "tcp", net.JoinHostPort(ip, strconv.Itoa(*port)))
	if err != nil {
		return status(err), nil, err
	}
	defer c.Close()
	r := &result{}
	banner, err := read(c)
	if err != nil {
		return status(err), nil, fmt.Errorf("could not read response from %s: %w", name, err)
	}
	ended := "success"
	greeting, err := code(banner)
	switch {
	case err == nil && (greeting < 200 || greeting >= 300):
		ended = "application-error"
	case err == nil, strings.Contains(banner, "SMTP"):
	default:
		return "protocol-error", nil, fmt.Errorf("invalid response for SMTP: %s", banner)
	}
	r.Banner = banner
	if strings.Contains(banner, "ESMTP") || *ehloAlway {
		if r.EHLO, err = say(c, "EHLO "+name); err != nil {
			return "application-error", r, fmt.Errorf("could not send EHLO command: %w", err)
		}
	} else if r.HELO, err = say(c, "HELO "+name); err != nil {
		return "application-error", r, fmt.Errorf("could not send HELO command: %w", err)
	}
	if strings.Contains(r.EHLO, "STARTTLS") {
		reply, err := say(c, "STARTTLS")
		if err != nil {
			return status(err), r, fmt.Errorf("could not send STARTTLS command: %w", err)
		}
		r.StartTLS = reply
		agreed, err := code(reply)
		if err != nil {
			return status(err), r, fmt.Errorf("could not get STARTTLS command code: %w", err)
		}
		if agreed < 200 || agreed >= 300 {
			return "application-error", r,
				fmt.Errorf("SMTP error code %d returned from STARTTLS command (%s)", agreed, strings.TrimSpace(reply))
		}
		c.SetDeadline(time.Now().Add(*wait))
		secured := tls.Client(c, &tls.Config{InsecureSkipVerify: true, ServerName: name, MaxVersion: uint16(*maxTLS)})
		err = secured.Handshake()
		handshake := secured.GetHandshakeLog()
		if handshake != nil {
			handshake.ClientHello = nil
			handshake.ClientKeyExchange = nil
			handshake.ClientFinished = nil
		}
		r.TLS = &tlsLog{handshake}
		if err != nil {
			return "handshake-error", r, fmt.Errorf("could not complete TLS handshake: %w", err)
		}
	}
	if ended == "application-error" {
		return ended, r, fmt.Errorf("SMTP error code %d returned in banner grab for target %s", greeting, name)
	}
	return ended, r, nil
}

func main() {
	flag.Parse()
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		ip, name, _ := strings.Cut(lines.Text(), ",")
		began := time.Now()
		ended, r, err := scan(ip, strings.TrimSpace(name))
		answer := response{Status: ended, Protocol: "smtp", Result: r, Timestamp: began.UTC().Format(time.RFC3339)}
		if err != nil {
			text := err.Error()
			answer.Error = &text
		}
		line, err := json.Marshal(grab{ip, strings.TrimSpace(name), map[string]response{"smtp": answer}})
		if err != nil {
			panic(err)
		}
		fmt.Println(string(line))
	}
}
