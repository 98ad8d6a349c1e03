export const ApplyPage = () => null
