export const ApplyFormPage = () => null
