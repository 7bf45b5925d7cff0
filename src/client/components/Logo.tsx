/**
 * The product's sign, as on the tab of the browser. Drawn in place: for a picture of this kind a browser
 * opens a page of its own, and shows it after the rest.
 */
export function Logo({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#137b89" />
      <path
        d="M10.2 8.4h3.2l1.6 4-2 1.3a9 9 0 0 0 4.3 4.3l1.3-2 4 1.6v3.2a1.6 1.6 0 0 1-1.7 1.6A12.6 12.6 0 0 1 8.6 10.1a1.6 1.6 0 0 1 1.6-1.7Z"
        fill="#fff"
      />
      <path
        d="M18.4 8.6a6 6 0 0 1 5 5"
        stroke="#fff"
        strokeWidth="1.8"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  )
}
