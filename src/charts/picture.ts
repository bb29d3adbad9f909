import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js'
import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { type EChartsCoreOption, init, setPlatformAPI, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { readCoverage } from './coverage.ts'
import { drawable, type Substitute } from './drawable.ts'
import type { MonthTable } from './months.ts'
import { FAMILY, type MonthLabels, monthsOption, PICTURE } from './months-option.ts'

// Heavy: half a second and some 90 MB. Loaded in the drawing thread only; see drawing.ts.

const require = createRequire(import.meta.url)
/** One whole font for both scripts: parts of one, as the web uses them, cannot be mixed within a line. */
const REGULAR = require.resolve('@expo-google-fonts/cairo/400Regular/Cairo_400Regular.ttf')
const BOLD = require.resolve('@expo-google-fonts/cairo/700Bold/Cairo_700Bold.ttf')

const RENDERING: ResvgRenderOptions = {
  font: {
    // The same bytes everywhere, whatever fonts a machine has.
    loadSystemFonts: false,
    fontFiles: [REGULAR, BOLD],
    defaultFontFamily: FAMILY,
  },
}

/** A picture, and who stands in it under a label instead of a name. */
export interface Picture {
  readonly png: Uint8Array
  readonly substitutes: readonly Substitute[]
}

/** The picture of months as PNG; the same bytes for the same table and labels. */
export function drawMonths(table: MonthTable, labels: MonthLabels): Picture {
  const drawn = drawable(table, readCoverage(readFileSync(REGULAR)))
  return { png: toPng(toSvg(monthsOption(drawn.table, labels))), substitutes: drawn.substitutes }
}

/** An ECharts option as SVG, its texts measured by what will draw them. */
export function toSvg(option: EChartsCoreOption): string {
  use([BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer])
  setPlatformAPI({ measureText: (text, font) => ({ width: textWidth(text, font ?? '') }) })
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...PICTURE })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

export function toPng(svg: string): Uint8Array {
  return new Resvg(svg, RENDERING).render().asPng()
}

/** Every pixel, four bytes each: red, green, blue, opacity. */
export function toPixels(svg: string): { pixels: Uint8Array; width: number; height: number } {
  const { pixels, width, height } = new Resvg(svg, RENDERING).render()
  return { pixels, width, height }
}

/** The width in pixels; ECharts itself only guesses it, and for Arabic, whose letters join, far too wide. */
function textWidth(text: string, font: string): number {
  const [, size = '12'] = /(\d+(?:\.\d+)?)px/.exec(font) ?? []
  const weight = /\b(?:bold|[6-9]00)\b/.test(font) ? 'bold' : 'normal'
  // ECharts also measures every sign of ASCII by itself, control characters included.
  const escaped = text.replace(/\p{Cc}/gu, '').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  // Blanks at the ends have no ink: they are measured between two strokes.
  const width = (inside: string) =>
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text xml:space="preserve" x="0" y="0" font-family="${FAMILY}" font-size="${size}" font-weight="${weight}">${inside}</text></svg>`,
      RENDERING,
    ).getBBox()?.width ?? 0
  return width(`|${escaped}|`) - width('||')
}
