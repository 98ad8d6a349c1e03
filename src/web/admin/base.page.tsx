export const BasePage = () => null
