import { createContext, type ReactNode, useContext } from 'react'
import type { Words } from '../../kernel/words.ts'
import type { PortalContext } from '../portal.data.ts'
import { fill, shortDay, wordsOf } from './formats.ts'

const Surroundings = createContext<PortalContext | null>(null)

export const PageContext = ({ context, children }: { context: PortalContext; children: ReactNode }) => (
  <Surroundings.Provider value={context}>{children}</Surroundings.Provider>
)

/** What every part of a page needs: the context, the catalogue, and the reader's language. */
export function usePage() {
  const context = useContext(Surroundings)
  if (!context) throw new Error('A part of a portal page was drawn outside of a page')
  return {
    ...context,
    words: wordsOf(context.lang),
    fill,
    say: (words: Words) => words[context.lang],
    short: (day: string) => shortDay(day, context.today),
    to: (path: string) => withQuery(path, context.keep),
  }
}

/** Adds query values to an address that may already have some, and may end in an anchor. */
export function withQuery(path: string, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(values).toString()
  if (!query) return path
  const [address = '', anchor] = path.split('#')
  return `${address}${address.includes('?') ? '&' : '?'}${query}${anchor === undefined ? '' : `#${anchor}`}`
}

/** A link within the portal; the reader's language and type size travel along where no cookie keeps them. */
export const Go = ({
  to,
  children,
  ...rest
}: {
  to: string
  children: ReactNode
  className?: string
  'aria-current'?: 'page' | 'true'
  'aria-label'?: string
  rel?: string
}) => (
  <a href={usePage().to(to)} {...rest}>
    {children}
  </a>
)

/** Keeps the reader's choices in a form that is sent with GET. */
export const Kept = () =>
  Object.entries(usePage().keep).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)

/** Text that exists in Chinese only: names, articles, the text of notices. */
export const Zh = ({ children }: { children: ReactNode }) => (usePage().lang === 'zh' ? children : <span lang="zh-CN">{children}</span>)

/** Fictional things are always marked. */
export const Demo = ({ when = true }: { when?: boolean }) => (when ? <i className="demo">{usePage().words.site.demoMark}</i> : null)

/** Keeps dates and numbers in one piece. */
export const Whole = ({ children }: { children: ReactNode }) => <span className="nowrap">{children}</span>
