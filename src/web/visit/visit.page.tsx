export const VisitPage = () => null
