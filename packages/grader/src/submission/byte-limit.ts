/** Decimal kilobytes: a large answer has ten. */
export const kilobyteLimit = 200;

/** The most that is read of a file of an answer. */
export const byteLimit = kilobyteLimit * 1000;
