import { useTranslation } from 'react-i18next'
import { timeOf } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { type Field, type Form, isAnswer, type Value, wordsAt } from './application.ts'
import { useWizard } from './context.ts'
import { placeOf } from './paths.ts'
import { textOf } from './values.ts'

/** Two wrote in one place: both texts side by side, a person chooses. Nothing is merged silently. */
export function Conflicts() {
  const { t } = useTranslation('apply')
  const words = useWords()
  const { state, form, store, goTo } = useWizard()
  if (state.conflicts.length === 0) return null
  const nameOf = (path: string) => (isAnswer(path) ? t('notice.answer', { no: path.split('.').at(-1) }) : `${placeOf(path).section} ${words(wordsAt(form, path)) || path}`)
  return (
    <section className="panel conflicts" role="alert" aria-label={t('conflict.title', { n: state.conflicts.length })}>
      <div className="hd"><h2 className="h3 t-no row"><Icon shape="warn" />{t('conflict.title', { n: state.conflicts.length })}</h2><span className="s mute">{t('conflict.says')}</span></div>
      {state.conflicts.map((conflict) => {
        const field = fieldAt(form, conflict.path)
        const answer = isAnswer(conflict.path)
        const show = (value: unknown) => {
          if (answer) return String(value ?? '') || t('conflict.empty')
          if (!field) return value === null ? t('conflict.rowGone') : t('conflict.row')
          if (value === null || value === undefined) return placeOf(conflict.path).column && conflict.theirs === null ? t('conflict.rowGone') : t('conflict.empty')
          if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
          const option = field.options?.find((one) => one.value === value)
          return option ? words(option.words) : textOf(field, value as Value)
        }
        return (
          <div className="conflict" key={conflict.path} data-conflict={conflict.path}>
            <p><button type="button" className="link" onClick={() => goTo(conflict.path)}><b>{nameOf(conflict.path)}</b></button></p>
            <dl>
              <div><dt>{t('conflict.mine')}</dt><dd className="prose">{show(state.values[conflict.path])}</dd>
                <dd><button type="button" className="btn sm" onClick={() => store.choose(conflict.path, 'mine')}>{t('conflict.keepMine')}</button></dd></div>
              <div><dt>{t('conflict.theirs', { by: conflict.by, at: timeOf(conflict.at) })}</dt><dd className="prose">{show(conflict.theirs)}</dd>
                <dd><button type="button" className="btn sm" onClick={() => store.choose(conflict.path, 'theirs')}>{t('conflict.keepTheirs')}</button></dd></div>
            </dl>
          </div>
        )
      })}
    </section>
  )
}

function fieldAt(form: Form, path: string): Field | undefined {
  const { section, item, column } = placeOf(path)
  const of = form.sections.find(({ id }) => id === section)
  return column ? of?.tables.find(({ id }) => id === item)?.columns.find(({ id }) => id === column) : of?.fields.find(({ id }) => id === item)
}
