type TimeZone = Parameters<typeof Temporal.Now.zonedDateTimeISO>[0];

/**
 * The functions of `Temporal.Now`, on another clock.
 *
 * @param readTime milliseconds since 1970
 */
export function fakeTemporalNow(readTime: () => number): Readonly<Record<string, object>> {
  const { Instant } = Temporal;
  const zoneOfMachine = Temporal.Now.timeZoneId.bind(Temporal.Now);
  const instant = (): Temporal.Instant => Instant.fromEpochMilliseconds(Math.floor(readTime()));
  const zonedDateTimeISO = (zone: TimeZone = zoneOfMachine()): Temporal.ZonedDateTime => instant().toZonedDateTimeISO(zone);
  return {
    instant,
    zonedDateTimeISO,
    plainDateTimeISO: (zone?: TimeZone) => zonedDateTimeISO(zone).toPlainDateTime(),
    plainDateISO: (zone?: TimeZone) => zonedDateTimeISO(zone).toPlainDate(),
    plainTimeISO: (zone?: TimeZone) => zonedDateTimeISO(zone).toPlainTime(),
  };
}

/** `format` and `formatToParts` of `Intl.DateTimeFormat`, which take the present time when they are given none. */
export function fakeFormats(readTime: () => number): PropertyDescriptorMap {
  const { prototype } = Intl.DateTimeFormat;
  const getFormat: unknown = Reflect.get(Object.getOwnPropertyDescriptor(prototype, 'format') ?? {}, 'get');
  const toParts: unknown = Reflect.get(prototype, 'formatToParts');
  const present = (date: unknown): unknown => (date === undefined ? Math.floor(readTime()) : date);
  const call = (format: unknown, self: unknown, date: unknown): unknown =>
    typeof format === 'function' ? Reflect.apply(format, self, [present(date)]) : undefined;
  return {
    format: {
      get(this: unknown) {
        const bound: unknown = typeof getFormat === 'function' ? Reflect.apply(getFormat, this, []) : undefined;
        return (date?: unknown) => call(bound, this, date);
      },
    },
    formatToParts: {
      writable: true,
      value(this: unknown, date?: unknown) {
        return call(toParts, this, date);
      },
    },
  };
}
