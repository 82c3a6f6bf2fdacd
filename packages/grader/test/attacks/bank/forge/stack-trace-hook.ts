// Takes functions and receivers out of the call stack. Earns nothing.
Error.prepareStackTrace = (_error, sites) => sites.map((site) => [site.getThis(), site.getFunction(), site.getFileName()]);
export function gather() {
  const sites = new Error('x').stack;
  for (const [self, work] of sites) if (self ?? work) (self ?? work).write({ t: 'exit' });
  return sites;
}
