/** A phone number in a list: enough to tell people apart, too little to call them. Account names are shown. */
export function maskLoginName(loginName: string): string {
  return /^0\d{9}$/.test(loginName) ? `${loginName.slice(0, 3)}••••${loginName.slice(-3)}` : loginName
}
