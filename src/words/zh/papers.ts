/** The papers of a case. */
export const papers = {
  many: '{{title}} {{n}} 份', title: '文书', entry: '第 {{no}} 条', code: '核验码 {{code}}', pdf: 'PDF', word: 'Word', pdfOf: '下载{{title}} PDF', wordOf: '下载{{title}} Word', print: '指纹 {{hash}}', notPrinted: '尚未印制',
}
