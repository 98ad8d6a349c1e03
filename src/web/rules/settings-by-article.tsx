import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Cite, useCitation } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Mark } from '../parts/status.tsx'
import { useWords } from '../words.ts'
import type { Article } from './articles-of.ts'
import { families, useValue } from './setting-value.ts'
import type { SettingRow } from './shape.ts'

const route = getRouteApi('/rules')

export function OfArticle({ article: { no, heading, settings }, open }: { article: Article; open: boolean }) {
  const { t } = useTranslation('law')
  const words = useWords()
  const citation = useCitation()
  const { key } = route.useSearch()
  const label = no === null ? '' : citation(`Art. ${no}`)
  const title = no === null ? t('console.platform') : `${label} ${words(heading)}`
  const many = (state: SettingRow['state']) => settings.filter((setting) => setting.state === state).length
  return (
    <details className="by" open={open || settings.some((setting) => setting.key === key)}>
      <summary>
        <Icon shape="right" />
        <b className="grow">{no === null ? title : <><span className="law">{label}</span> {words(heading)}</>}</b>
        {(['awaiting', 'gap'] as const).map((state) => many(state) > 0 && <Mark key={state} family={families[state]} words={`${t(`console.state.${state}`)} ${many(state)}`} />)}
        <span className="s mute nowrap">{t('console.covered', { n: settings.length })}</span>
      </summary>
      <section className="scroll" tabIndex={0} aria-label={title}>
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t('console.column.rule')}</th>
              <th scope="col">{t('console.column.value')}</th>
              <th scope="col">{t('console.column.from')}</th>
              {no !== null && <th scope="col">{t('console.column.fills')}</th>}
              <th scope="col">{t('console.column.state')}</th>
            </tr>
          </thead>
          <tbody>
            {settings.map((setting) => (
              <Row key={setting.key} setting={setting} says={words(setting.name)} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

function Row({ setting, says }: { setting: SettingRow; says: string }) {
  const { t } = useTranslation('law')
  const words = useWords()
  const { key } = route.useSearch()
  const pending = useValue(setting, setting.pending?.value)
  return (
    <tr className={setting.key === key ? 'sel' : undefined}>
      <td>
        <Link
          to="/rules"
          search={(old) => ({ ...old, key: setting.key })}
          activeProps={{}}
          resetScroll={false}
          aria-current={setting.key === key ? 'true' : undefined}
        >
          <b>{says}</b>
        </Link>
        <div className="xs faint mono">{setting.key}</div>
      </td>
      <td className="val">
        {words(setting.valueWords)}
        {setting.pending && (
          <>
            {' '}
            → <span className="t-am">{pending}</span>
          </>
        )}
      </td>
      <td className="nowrap">{setting.from}</td>
      {setting.fills && (
        <td>
          <Cite law={setting.fills} />
        </td>
      )}
      <td className="nowrap">
        <Mark family={families[setting.state]} words={t(`console.state.${setting.state}`)} />
      </td>
    </tr>
  )
}
