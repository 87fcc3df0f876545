import type { Page } from '@playwright/test'

export type PageCosts = {
  /** Bytes of scripts as they came over the network, compressed. */
  scriptBytes: number
  /** Sum of all shifts of the layout that nobody caused by acting (CLS). */
  layoutShift: number
  /** The element that was the largest when it was painted (LCP). */
  largest: { tag: string; text: string; paintedAfterMs: number } | null
}

/** What the browser itself reports of the page it has just loaded, once nothing is under way any more. */
export async function measurePage(page: Page): Promise<PageCosts> {
  await page.waitForLoadState('networkidle')

  return page.evaluate(async () => {
    await document.fonts.ready
    // Two frames: what the last load changed is painted then.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const entriesOf = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()))
        observer.observe({ type, buffered: true })
        // An observer is called only when there is something to tell.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(observer.takeRecords())))
      })
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const shifts = (await entriesOf('layout-shift')) as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[]
    const paints = (await entriesOf('largest-contentful-paint')) as (PerformanceEntry & {
      element: Element | null
    })[]
    const last = paints.at(-1)

    return {
      scriptBytes: resources
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .reduce((sum, { transferSize }) => sum + transferSize, 0),
      layoutShift: shifts.filter((shift) => !shift.hadRecentInput).reduce((sum, { value }) => sum + value, 0),
      largest: last?.element
        ? {
            tag: last.element.tagName.toLowerCase(),
            text: last.element.textContent?.trim() ?? '',
            paintedAfterMs: Math.round(last.startTime),
          }
        : null,
    }
  })
}
