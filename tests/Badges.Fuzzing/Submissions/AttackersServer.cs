using System.Text;
using Badges.Credentials.Status;

namespace Badges.Fuzzing.Submissions;

/// <summary>What stands at the attacker's addresses.</summary>
public static class AttackersServer
{
    private const string Json = "HTTP/1.1 200 OK\nContent-Type: application/json";

    public static Task AnswerAsync(string path, Stream stream, CancellationToken cancellationToken) =>
        path.Split('/') switch
        {
            [_, "slow", ..] => DripAsync(stream, cancellationToken),
            [_, "endless", ..] => EndlessAsync(stream, cancellationToken),
            [_, "loop", ..] => SendAsync(
                stream, "HTTP/1.1 302 Found\nLocation: /loop\nContent-Length: 0", [], cancellationToken),
            [_, "png", ..] => SendAsync(
                stream,
                "HTTP/1.1 200 OK\nContent-Type: image/png",
                PngTricks.All[Random.Shared.Next(PngTricks.All.Count)].Make(),
                cancellationToken),
            [_, "list-bomb", ..] => SendAsync(stream, Json, Bomb(), cancellationToken),
            [_, "any", ..] => SendAsync(
                stream,
                Json,
                Mutations.Change(Encoding.UTF8.GetBytes(FuzzBadges.Jcs), [], ["{"], Random.Shared),
                cancellationToken),
            _ => SendAsync(stream, "HTTP/1.1 404 Not Found\nContent-Length: 0", [], cancellationToken),
        };

    private static async Task SendAsync(Stream stream, string head, byte[] body, CancellationToken cancellationToken) =>
        await stream.WriteAsync(HostileServer.Answer(head, body), cancellationToken);

    private static async Task DripAsync(Stream stream, CancellationToken cancellationToken)
    {
        await SendAsync(stream, Json, [], cancellationToken);
        while (true)
        {
            await stream.WriteAsync(" "u8.ToArray(), cancellationToken);
            await Task.Delay(20, cancellationToken);
        }
    }

    private static async Task EndlessAsync(Stream stream, CancellationToken cancellationToken)
    {
        await SendAsync(stream, Json, [], cancellationToken);
        while (true)
        {
            await stream.WriteAsync(new byte[64 * 1024], cancellationToken);
        }
    }

    /// <summary>A signed-looking list of zeros, far above what is read.</summary>
    private static byte[] Bomb() => Encoding.UTF8.GetBytes(
        $$$"""
        {"@context":["https://www.w3.org/ns/credentials/v2"],
         "type":["VerifiableCredential","BitstringStatusListCredential"],"id":"{{{Trick.Attacker}}}/list-bomb",
         "issuer":"{{{FuzzBadges.Did}}}","credentialSubject":{"type":"BitstringStatusList",
         "statusPurpose":"revocation","encodedList":"{{{BitstringStatusList.Encode(new byte[64_000_000])}}}"}}
        """);
}
