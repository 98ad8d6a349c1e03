/** Shares of a whole number of people, reckoned to a ten-thousandth so that 0.33 of nine is no binary fraction. */

/** The smallest number of members that reaches a share. */
export const leastOf = (share: number, size: number): number => Math.ceil((Math.round(share * 10_000) * size) / 10_000)

/** The largest number that stays within one. */
export const mostOf = (share: number, size: number): number => Math.floor((Math.round(share * 10_000) * size) / 10_000)
