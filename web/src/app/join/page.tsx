export default function Join() {
  return <main>Doorstep</main>;
}
