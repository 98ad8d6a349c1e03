/** Amounts in 万元 with two decimals, reckoned in whole hundredths: 0.10 + 0.20 is 0.30. */

/** "1286.40" → 128640; `undefined` where the text is no such amount. */
export function hundredthsOf(amount: string): number | undefined {
  const [, whole, decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(amount.trim()) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}

/** 128640 → "1286.40". */
export const amountOf = (hundredths: number): string =>
  `${hundredths < 0 ? '-' : ''}${Math.floor(Math.abs(hundredths) / 100)}.${String(Math.abs(hundredths) % 100).padStart(2, '0')}`

/** The sum of amounts; what is no amount counts as nothing, which is another rule's business. */
export const sumOf = (amounts: readonly string[]): number => amounts.reduce((sum, amount) => sum + (hundredthsOf(amount) ?? 0), 0)

/** A part of an amount, rounded down to a whole hundredth. */
export const shareOf = (hundredths: number, share: number): number => Math.floor((hundredths * Math.round(share * 1_000_000)) / 1_000_000)

/** Rounded down to a multiple of `step`, in 万元. */
export function roundedDown(hundredths: number, step: number): number {
  const unit = Math.max(1, Math.round(step * 100))
  return Math.floor(hundredths / unit) * unit
}
