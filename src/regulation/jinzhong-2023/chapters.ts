import type { Chapter } from '../article.ts'

/** The seven chapters, their heading lines as printed (the seventh has three spaces). */
export const chapters = {
  general: { no: 1, zh: '总则', en: 'General provisions', printed: '第一章  总则' },
  duties: { no: 2, zh: '职责', en: 'Duties', printed: '第二章  职责' },
  application: { no: 3, zh: '申报与建设', en: 'Application and construction', printed: '第三章  申报与建设' },
  operation: { no: 4, zh: '运行与管理', en: 'Operation and management', printed: '第四章  运行与管理' },
  assessment: { no: 5, zh: '考核', en: 'Assessment', printed: '第五章  考核' },
  funding: { no: 6, zh: '经费支持', en: 'Funding', printed: '第六章  经费支持' },
  supplementary: { no: 7, zh: '附则', en: 'Supplementary provisions', printed: '第七章   附则' },
} as const satisfies Record<string, Chapter>
