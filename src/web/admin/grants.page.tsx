export const GrantsPage = () => null
