/**
 * Settings that are no dials. Fixed: the way the platform works, told with its basis so that nobody takes it for the text;
 * another value would change nothing, so none can be set. Idle: kept for what is not there yet.
 * `settings-standing.test.ts` reads the sources and finds both out.
 */
import type { SettingKey } from './settings.ts'

export type Standing = 'open' | 'fixed' | 'idle'

const fixed: ReadonlySet<SettingKey> = new Set<SettingKey>([
  // Versions of forms, rubrics and lists come with the platform.
  'form.version', 'score.rubric', 'inspection.checklist', 'major.catalogue',
  // Two people, real names, one after the other.
  'duty.separation', 'change.separation', 'access.own', 'register.selfKept', 'objection.realName', 'decision.minutes', 'withdraw.beforeAcceptance', 'supplement.once',
  // How a panel is drawn and how it scores.
  'panel.draw', 'panel.pool', 'panel.oneAtATime', 'conflict.declare', 'conflict.late', 'score.veto', 'site.rectification',
  'publicity.correction', 'publicity.rowWaits', 'inspection.draw', 'major.beforehand',
  // What follows on a grade, and what has to be shown before somebody counts as absent.
  'assess.deferral', 'assess.reminderProof', 'grade.commend', 'grade.talk', 'grade.rectify', 'grade.veto',
  // The text sets no term, and after its own trial period nothing is signed without a basis.
  'title.term', 'reg.onExpired',
])

const idle: ReadonlySet<SettingKey> = new Set<SettingKey>(['booking.leadDays', 'booking.noShowLimit', 'archive.approvedYears', 'archive.otherYears', 'publish.days'])

export const standingOf = (key: SettingKey): Standing => (fixed.has(key) ? 'fixed' : idle.has(key) ? 'idle' : 'open')
