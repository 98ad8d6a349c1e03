/** The square that leads from a paper to the page where it is verified. */
import { encode } from 'uqr'
import type { Paper } from './paper.ts'

/** Rows of modules, true for dark, without the quiet zone around them. */
export type Modules = readonly (readonly boolean[])[]

/** The portal's page of verification with number and code filled in; the address of the portal is no fact of the paper. */
export function verifyAddress(origin: string, { number }: Pick<Paper, 'number'>, code: string): string {
  const address = new URL('/verify', origin)
  address.searchParams.set('number', number ?? code)
  if (number !== undefined) address.searchParams.set('code', code)
  return address.href
}

/** Level M: a seventh of it may be dirty or folded. */
export const modulesOf = (text: string): Modules => encode(text, { ecc: 'M', border: 0 }).data
