import { readFileSync } from 'node:fs'

/**
 * Counts of a suite from its JSON report. A suite that failed without a failing test to show for it (it did not start, a
 * file could not be loaded, an error outside every test) counts as one failure, so that it never looks green.
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @returns {Counts} */
export function countVitest(reportPath, exitCode) {
  const report = readReport(reportPath)
  if (!report) return atLeastOneFailure({ passed: 0, failed: 0, skipped: 0 }, 1)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return atLeastOneFailure(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    exitCode,
  )
}

/** A test that passes at the second try counts as failed. @returns {Counts} */
export function countPlaywright(reportPath, exitCode) {
  const report = readReport(reportPath)
  if (!report) return atLeastOneFailure({ passed: 0, failed: 0, skipped: 0 }, 1)
  const { expected, unexpected, flaky, skipped } = report.stats
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, skipped }, exitCode)
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

function atLeastOneFailure(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
