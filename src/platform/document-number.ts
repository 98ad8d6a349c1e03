/** 发文字号: code, year in six-cornered brackets, the next number without leading zeros (GB/T 9704-2012). One series for all papers of a year. */
import { type Context, nextNumber } from './case-log.ts'

export async function documentNumber(context: Pick<Context, 'tx' | 'jurisdiction'>, code: string, year: number): Promise<string> {
  const number = await nextNumber(context, `文:${code}`, year, 1)
  return `${code}〔${year}〕${number.split('-').at(-1)}号`
}
