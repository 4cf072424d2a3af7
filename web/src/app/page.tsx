export default function Home() {
  return <main>Doorstep</main>;
}
