export const StatisticsPage = () => null
