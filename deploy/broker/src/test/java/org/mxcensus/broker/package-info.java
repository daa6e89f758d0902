/// Tests of the broker, by Kafka's own clients.
package org.mxcensus.broker;
