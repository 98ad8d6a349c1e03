import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { valueText } from '../law/value.ts'
import { Cite } from '../parts/cite.tsx'
import { Empty } from '../parts/states.tsx'
import { type Family, Mark } from '../parts/status.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useLanguage, useWords } from '../words.ts'
import type { Rules, SettingRow } from './shape.ts'

const route = getRouteApi('/rules')
const groups = ['application', 'operation', 'assessment', 'revocation', 'award', 'platform'] as const
export const families: { readonly [State in SettingRow['state']]: Family } = { inForce: 'ok', awaiting: 'judge', gap: 'open', fixed: 'ok', idle: 'void' }

/** Every setting: name and key, value, since when, the gap it fills, its state. */
export function Settings({ data }: { data: Rules }) {
  const { t } = useTranslation('law')
  const words = useWords()
  const { q = '', group } = route.useSearch()
  const navigate = route.useNavigate()
  const wanted = q.trim().toLowerCase()
  const found = data.settings.filter(
    (setting) =>
      (!group || setting.group === group) &&
      (!wanted || `${setting.key} ${setting.name.zh} ${setting.name.en} ${setting.fills ?? ''}`.toLowerCase().includes(wanted)),
  )
  return (
    <>
      <div className="row wrap tools">
        <input
          className="in short"
          type="search"
          aria-label={t('console.q')}
          placeholder={t('console.q')}
          value={q}
          onChange={(event) => void navigate({ search: (old) => ({ ...old, q: event.target.value || undefined }), replace: true })}
        />
        <nav className="seg" aria-label={t('console.group')}>
          <Link
            to="/rules"
            search={(old) => ({ ...old, group: undefined })}
            activeProps={{}}
            className={group ? undefined : 'on'}
            aria-current={group ? undefined : 'true'}
          >
            {t('console.all')}
          </Link>
          {groups.map((one) => (
            <Link
              key={one}
              to="/rules"
              search={(old) => ({ ...old, group: one })}
              activeProps={{}}
              className={group === one ? 'on' : undefined}
              aria-current={group === one ? 'true' : undefined}
            >
              {t(`console.groups.${one}`)} {data.settings.filter((setting) => setting.group === one).length}
            </Link>
          ))}
        </nav>
      </div>
      {found.length === 0 ? (
        <Empty>{t('console.empty')}</Empty>
      ) : (
        <Scroll label={t('title')}>
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">{t('console.column.rule')}</th>
                <th scope="col">{t('console.column.value')}</th>
                <th scope="col">{t('console.column.from')}</th>
                <th scope="col">{t('console.column.fills')}</th>
                <th scope="col">{t('console.column.state')}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((setting) => (
                <Row key={setting.key} setting={setting} says={words(setting.name)} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
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
      <td>{setting.fills ? <Cite law={setting.fills} /> : <span className="s faint">{t('console.platform')}</span>}</td>
      <td className="nowrap">
        <Mark family={families[setting.state]} words={t(`console.state.${setting.state}`)} />
      </td>
    </tr>
  )
}

/** A value of a setting that is only proposed has no words of the server's yet. */
export function useValue(setting: SettingRow, value: unknown): string {
  const language = useLanguage()
  const words = useWords()
  if (value === undefined) return ''
  return typeof value === 'number' && setting.unit && setting.unit.en !== '%'
    ? `${value} ${words(setting.unit)}`
    : valueText({ type: setting.type, unit: setting.unit?.en === '%' ? 'share' : null }, value as never, language)
}
