/** Roles that write for the institution that applies. */
export const hostRole = (role: string) => role === 'host.admin' || role === 'host.clerk'
