/** How a base stands, as everybody sees it (practice of the register; the text names recognition and revocation alone). */
import type { Words } from '../kernel/words.ts'

export const baseStatuses = {
  building: { words: { zh: '建设中', en: 'building' }, family: 'open' }, operating: { words: { zh: '运行', en: 'operating' }, family: 'ok' }, rectifying: { words: { zh: '整改中', en: 'rectifying' }, family: 'back' },
  suspended: { words: { zh: '暂停', en: 'suspended' }, family: 'no' }, revoked: { words: { zh: '已撤销', en: 'revoked' }, family: 'void' }, left: { words: { zh: '已退出', en: 'left' }, family: 'void' },
} as const satisfies Record<string, { words: Words; family: string }>

export type BaseStatus = keyof typeof baseStatuses
