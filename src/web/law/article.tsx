import { useTranslation } from 'react-i18next'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { useLanguage, useWords } from '../words.ts'
import type { LawArticle } from './shape.ts'

/** Article text exactly as printed, the cited item marked; English only as an unofficial gloss beside it. */
export function ArticleText({ article, item = null }: { article: LawArticle; item?: number | null }) {
  const { t } = useTranslation('law')
  const language = useLanguage()
  return (
    <>
      <div className="lawtext" lang="zh-CN">
        {article.text.map((paragraph, index) => (
          <p key={index}>{item !== null && paragraph.item === item ? <mark>{paragraph.text}</mark> : paragraph.text}</p>
        ))}
      </div>
      {language === 'en' && article.gloss.length > 0 && (
        <div className="gloss s mute">
          <b>{t('gloss')}</b>
          {article.gloss.map((line, index) => (
            <p key={index}>{line}</p>
          ))}
        </div>
      )}
    </>
  )
}

/** What no rule computes. */
export function LeftToPeople({ article }: { article: LawArticle }) {
  const { t } = useTranslation('law')
  const words = useWords()
  if (article.leftToPeople.length === 0) return null
  return (
    <section>
      <h3 className="t-vi">
        <Icon shape="scale" />
        {t('people')}
      </h3>
      <ul className="s list">
        {article.leftToPeople.map((one) => (
          <li key={one.en}>{words(one)}</li>
        ))}
      </ul>
    </section>
  )
}

export function Readings({ article }: { article: LawArticle }) {
  const { t } = useTranslation('law')
  const words = useWords()
  if (article.readings.length === 0) return null
  return (
    <section>
      <h3>{t('readings')}</h3>
      {article.readings.map((reading) => (
        <p className="s" key={reading.id}>
          <span className="cite read">{t('reading', { no: reading.decision })}</span> {words(reading.words)} <span className="faint nowrap">{reading.on}</span>
        </p>
      ))}
    </section>
  )
}

export function SettingsOf({ article }: { article: LawArticle }) {
  const { t } = useTranslation('law')
  const words = useWords()
  if (article.settings.length === 0) return null
  return (
    <section>
      <h3>{t('settings')}</h3>
      <ul className="s list">
        {article.settings.map((setting) => (
          <li key={setting.key}>
            <Cite law={`setting:${setting.key}`} /> {words(setting.value)}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function StepsOf({ article }: { article: LawArticle }) {
  const { t } = useTranslation('law')
  const words = useWords()
  if (article.steps.length === 0) return null
  return (
    <section>
      <h3>{t('steps')}</h3>
      <ul className="s list">
        {article.steps.map((step) => (
          <li key={`${step.procedure}.${step.step}`}>
            {words(step.says)} <Cite law={step.law} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function RulesOf({ article }: { article: LawArticle }) {
  const { t } = useTranslation('law')
  const words = useWords()
  if (article.rules.length === 0) return null
  return (
    <section>
      <h3>{t('rules')}</h3>
      <ul className="s list">
        {article.rules.map((rule) => (
          <li key={rule.id}>
            <span className={`modality ${rule.modality}`}>{t(`modality.${rule.modality}`)}</span> {words(rule.says)}
          </li>
        ))}
      </ul>
    </section>
  )
}
