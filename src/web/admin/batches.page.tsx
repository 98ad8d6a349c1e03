export const BatchesPage = () => null
