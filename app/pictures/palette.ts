/**
 * The colours of the pictures: the lacquer red, gold and ivory of app/styles/tokens.css. A picture knows no custom
 * properties; palette.test.ts holds the two together.
 */
export const PALETTE = {
  ground: '#6f1114', // --brand-deep
  text: '#fff7ea', // --on-brand
  gold: '#e8c374', // --gold-text on dark grounds
  onGold: '#6f1114', // --brand-deep
} as const
