export const ExpertsPage = () => null
