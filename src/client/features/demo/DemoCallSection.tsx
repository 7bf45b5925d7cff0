export function DemoCallSection() {
  return null
}
