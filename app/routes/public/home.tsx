export default function Home() { return <h1>Hội Thi</h1> }
