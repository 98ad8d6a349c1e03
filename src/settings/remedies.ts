/**
 * What every adverse paper tells at its end. The Measures are silent; the periods are those of national law: 行政复议法
 * (2023 修订), article 20, sixty days; 行政诉讼法, article 46, six months.
 */
export const remedyDays = 60
export const remedyMonths = 6

/** The paragraph of remedies, for a paper called `paper` (本告知书, 本决定). */
export const remediesAgainst = (paper: string): string =>
  `如对${paper}不服，可以自收到${paper}之日起${remedyDays}日内依法申请行政复议，也可以自收到${paper}之日起${remedyMonths}个月内依法向人民法院提起行政诉讼。`
