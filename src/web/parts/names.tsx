import { useTranslation } from 'react-i18next'

/** Fictional data is always marked, quietly. */
export function Demo() {
  const { t } = useTranslation('shell')
  return <i className="demo">{t('demo')}</i>
}

// Names of the demo world carry the mark in their text; on the screen it becomes the quiet sign.
const marked = /[（(]?演示[）)]?$/

/** The name without its mark, where the mark stands beside it already. */
export const plainName = (name: string) => name.replace(marked, '')

export function Name({ name, demo }: { name: string; demo?: boolean }) {
  const isMarked = marked.test(name)
  return (
    <>
      {isMarked ? name.replace(marked, '') : name}
      {(demo || isMarked) && <Demo />}
    </>
  )
}

/** Several names in a row. */
export const Names = ({ names }: { names: readonly string[] }) =>
  names.map((name, index) => (
    <span key={name}>
      {index > 0 && '、'}
      <Name name={name} />
    </span>
  ))
