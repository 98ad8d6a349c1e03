export const BasesPage = () => null
