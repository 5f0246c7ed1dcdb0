"""What do feeds and pages on the network hold? Addresses in, answers out: the only room that opens a socket to the outside."""
