import type { EChartsCoreOption } from 'echarts/core'
import type { MonthTable } from './months.ts'

/** The words of the picture, each in its own direction already. */
export interface MonthLabels {
  readonly language: 'ar' | 'en'
  readonly title: string
  /** Of the publishers that share a colour. */
  readonly others: string
  /** The names of the months, January first. */
  readonly monthNames: readonly string[]
}

export const PICTURE = { width: 1000, height: 1000 } as const
/** The family name inside the font files. */
export const FAMILY = 'Cairo'

/** Told apart also by who does not see all colours (Okabe and Ito), and on paper; the last one is for the rest. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#6a51a3']
const REST_COLOUR = '#9aa3ad'
const INK = '#1f2933'
const FAINT = '#52606d'
const LINE = '#d9dfe6'

const MARGIN = 44
/** Room for the axis of numbers. */
const AXIS = 96
const LABEL_SIZE = 25
const TITLE_TOP = 30
const PLOT = { top: 122, height: 520 }
const LEGEND = { top: 762, gap: 18, rows: 4, lineHeight: 36 }
/** What draws sets every line from left to right by itself: only an isolate around the whole line turns it round. */
const [RLI, FSI, PDI] = ['\u2067', '\u2068', '\u2069']
/** Width of a digit, as a share of its height. */
const DIGIT = 0.62

/**
 * The picture of months as an ECharts option of plain data: stacked bars, oldest month where reading begins. Arabic
 * pictures have their axis on the right, their time running to the left and their title hung on the right edge.
 */
export function monthsOption(table: MonthTable, labels: MonthLabels): EChartsCoreOption {
  const rtl = labels.language === 'ar'
  const text = { fontFamily: FAMILY, color: INK }
  const names = table.series.map(({ publisher }, place) =>
    directed(rtl, publisher === null ? labels.others : oneOf(publisher, table, place)),
  )
  const totals = table.months.map((_, month) =>
    table.series.reduce((total, { counts }) => total + (counts[month] ?? 0), 0),
  )
  const sumSize = table.months.length > 12 ? 20 : 24
  const slot = (PICTURE.width - MARGIN - AXIS) / table.months.length
  const withSums = String(Math.max(0, ...totals)).length * sumSize * DIGIT < slot
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: text,
    color: table.series.map(({ publisher }, place) =>
      publisher === null ? REST_COLOUR : (COLOURS[place % COLOURS.length] ?? REST_COLOUR),
    ),
    title: {
      text: directed(rtl, labels.title),
      top: TITLE_TOP,
      // Anchored by its alignment: where ECharts itself computes the left end it guesses the width of Arabic.
      left: rtl ? PICTURE.width - MARGIN : MARGIN,
      textAlign: rtl ? 'right' : 'left',
      padding: 0,
      textStyle: {
        ...text,
        fontSize: 36,
        fontWeight: 'bold',
        width: PICTURE.width - 2 * MARGIN,
        overflow: 'truncate',
      },
    },
    grid: { left: rtl ? MARGIN : AXIS, right: rtl ? AXIS : MARGIN, ...PLOT },
    xAxis: {
      type: 'category',
      inverse: rtl,
      data: table.months.map((month, place) => directed(rtl, monthLabel(table.months, place, month, labels))),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: FAINT } },
      axisLabel: { ...text, interval: 0, fontSize: LABEL_SIZE, lineHeight: 34, margin: 14 },
    },
    yAxis: {
      type: 'value',
      position: rtl ? 'right' : 'left',
      minInterval: 1,
      axisLabel: { fontFamily: FAMILY, color: FAINT, fontSize: 24 },
      splitLine: { lineStyle: { color: LINE } },
    },
    legend: legendsOf(names, rtl),
    series: [
      ...table.series.map(({ counts }, place) => ({
        type: 'bar',
        name: names[place],
        stack: 'reports',
        barMaxWidth: 64,
        barCategoryGap: '28%',
        data: [...counts],
      })),
      // Nothing high, on top of each stack: it carries the sum.
      {
        type: 'bar',
        stack: 'reports',
        data: totals.map((total) => ({
          value: 0,
          label: {
            show: total > 0 && withSums,
            formatter: String(total),
            position: 'top',
            distance: 14,
            ...text,
            fontSize: sumSize,
          },
        })),
      },
    ],
  }
}

/** Two publishers whose names look alike in the font keep two entries of the legend. */
function oneOf(publisher: string, { series }: MonthTable, place: number): string {
  return series.findIndex((one) => one.publisher === publisher) === place
    ? publisher
    : `${publisher} (${place + 1})`
}

/** Two columns below the plot, read in the direction of the language. */
function legendsOf(names: readonly string[], rtl: boolean): object[] {
  const columns = [names.slice(0, LEGEND.rows), names.slice(LEGEND.rows)].filter(({ length }) => length > 0)
  const width = (PICTURE.width - 2 * MARGIN) / 2
  return columns.map((data, place) => ({
    data,
    orient: 'vertical',
    top: LEGEND.top,
    [rtl ? 'right' : 'left']: MARGIN + place * width,
    align: rtl ? 'right' : 'left',
    itemGap: LEGEND.gap,
    itemWidth: 28,
    itemHeight: 28,
    icon: 'roundRect',
    padding: 0,
    textStyle: {
      fontFamily: FAMILY,
      color: INK,
      fontSize: 27,
      lineHeight: LEGEND.lineHeight,
      width: width - 80,
      padding: [0, 8],
      overflow: 'truncate',
      ellipsis: '…',
    },
  }))
}

/** The month's name, and the year below it where it begins; of many months every second or third has a label. */
function monthLabel(months: readonly string[], place: number, month: string, labels: MonthLabels): string {
  const number = Number(month.slice(5, 7))
  const step = months.length > 16 ? 3 : months.length > (labels.language === 'ar' ? 8 : 14) ? 2 : 1
  if ((number - 1) % step !== 0) return ''
  const firstLabelled = months.findIndex((one) => (Number(one.slice(5, 7)) - 1) % step === 0) === place
  const name = labels.monthNames[number - 1] ?? ''
  return number === 1 || firstLabelled ? `${name}\n${month.slice(0, 4)}` : name
}

/** Each line isolated: ours from right to left in Arabic, names in another script as they are. */
function directed(rtl: boolean, text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (line === '') return line
      return (
        (rtl && !/^\P{Script=Arabic}*\p{Script=Latin}\P{Script=Arabic}*$/u.test(line) ? RLI : FSI) +
        line +
        PDI
      )
    })
    .join('\n')
}
