package org.mxcensus.crawler.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// The DNS as a resolver shows it, described in a few lines: records, which names are signed, which questions fail.
/// Follows aliases; answers with AD where everything on the way is signed.
public final class ScriptedDns {
    private final List<Record> records = new ArrayList<>();
    private final Map<Name, Boolean> signed = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final List<Name> compact = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /// @param name it and everything below it, down to names described otherwise
    public ScriptedDns signed(String name) {
        signed.put(Messages.name(name), true);
        return this;
    }

    public ScriptedDns unsigned(String name) {
        signed.put(Messages.name(name), false);
        return this;
    }

    /// Names below this one are never denied: those that do not exist have no data (RFC 9824).
    public ScriptedDns denyingNothingBelow(String name) {
        compact.add(Messages.name(name));
        return this;
    }

    /// A wildcard answers for names that do not exist below its parent.
    ///
    /// @param lines each `owner type rdata`; names with or without the final dot
    public ScriptedDns records(String... lines) {
        for (String line : lines) {
            records.add(Messages.record(line));
        }
        return this;
    }

    /// @param rcode for this name and type
    public ScriptedDns failing(String name, String type, int rcode) {
        failures.put(Messages.name(name) + " " + type, rcode);
        return this;
    }

    public ScriptedServer serve() {
        return ScriptedServer.answering(this::answer);
    }

    /// The questions so far, each `name type`, in no order that means anything.
    public List<String> asked() {
        return asked;
    }

    private Message answer(Message query) {
        Record question = query.getQuestion();
        String type = Type.string(question.getType());
        asked.add(Names.text(question.getName()) + " " + type);
        Integer failure = failures.get(question.getName() + " " + type);
        return failure == null ? follow(query, question.getName(), question.getType()) : Messages.reply(query, failure);
    }

    private Message follow(Message query, Name name, int type) {
        Message answer = Messages.reply(query, Rcode.NOERROR);
        boolean secure = isSigned(name);
        Optional<Record> alias = type == Type.CNAME
                ? Optional.empty()
                : at(name, Type.CNAME).stream().findFirst();
        while (alias.isPresent()) {
            answer.addRecord(alias.get(), Section.ANSWER);
            name = ((CNAMERecord) alias.get()).getTarget();
            secure &= isSigned(name);
            alias = at(name, Type.CNAME).stream().findFirst();
        }
        List<Record> found = at(name, type);
        found.forEach(r -> answer.addRecord(r, Section.ANSWER));
        if (found.isEmpty()) {
            answer.getHeader().setRcode(exists(name) ? Rcode.NOERROR : Rcode.NXDOMAIN);
            answer.addRecord(Messages.record("example SOA ns.example. h.example. 1 2 3 4 5"), Section.AUTHORITY);
        }
        if (secure) {
            answer.getHeader().setFlag(Flags.AD);
        }
        return answer;
    }

    private List<Record> at(Name name, int type) {
        Name owner = owner(name);
        return records.stream()
                .filter(r -> r.getName().equals(owner) && r.getType() == type)
                .map(r -> r.withName(name))
                .toList();
    }

    /// The name itself where it exists, else the wildcard at the closest name that does (RFC 4592 §3.3.1).
    private Name owner(Name name) {
        Name encloser = name;
        while (encloser.labels() > 1 && !holds(encloser)) {
            encloser = new Name(encloser, 1);
        }
        return encloser.equals(name) || encloser.equals(Name.root) ? name : Messages.name("*." + encloser);
    }

    private boolean exists(Name name) {
        return holds(owner(name)) || compact.stream().anyMatch(name::subdomain);
    }

    private boolean holds(Name name) {
        return records.stream().anyMatch(r -> r.getName().subdomain(name));
    }

    private boolean isSigned(Name name) {
        for (Name at = name; at.labels() > 1; at = new Name(at, 1)) {
            Boolean here = signed.get(at);
            if (here != null) {
                return here;
            }
        }
        return false;
    }
}
