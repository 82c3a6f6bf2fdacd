/** What guarded code calls: a global of its worker. */
export const guardName = '__teatimeGuard';
