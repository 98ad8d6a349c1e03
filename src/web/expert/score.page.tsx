export const ScorePage = () => null
