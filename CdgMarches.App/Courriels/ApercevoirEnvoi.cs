using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Un envoi de masse, vu avant de partir.</summary>
/// <param name="Courriels">Combien de courriels partiraient.</param>
/// <param name="SansAdresse">Combien de membres n'ont pas d'adresse de courriel.</param>
/// <param name="NomsSansAdresse">Les premiers d'entre eux.</param>
/// <param name="Destinataires">Les premiers destinataires, pour choisir celui dont on lit le courriel.</param>
/// <param name="Objet">L'objet du courriel choisi ; nul s'il n'en part aucun.</param>
/// <param name="Texte">Son texte.</param>
/// <param name="DejaEcrits">Combien de ces adresses ont déjà reçu ce courriel de cet objet.</param>
/// <param name="DernierLe">Le dernier de ces envois.</param>
public sealed record ApercuDEnvoi(
    int Courriels,
    int SansAdresse,
    IReadOnlyList<string> NomsSansAdresse,
    IReadOnlyList<string> Destinataires,
    string? Objet,
    string? Texte,
    int DejaEcrits,
    DateTimeOffset? DernierLe
);

/// <summary>Dit ce qu'un envoi de masse ferait, d'après l'envoi lui-même (<see cref="EssaiABlanc"/>).</summary>
public sealed class ApercevoirEnvoi(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <summary>Le plus de destinataires proposés, et de membres nommés.</summary>
    private const int Proposes = 50;
    private const int Nommes = 10;

    /// <param name="envoi">Le cas d'usage, tel qu'il sera exécuté.</param>
    /// <param name="choisi">Le rang du destinataire dont on lit le courriel.</param>
    /// <param name="adressesLues">Vrai si le lecteur peut lire les adresses : un membre ne lit que le nom des autres collectivités.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    /// <exception cref="Domain.Noyau.RegleMetierException">L'envoi est impossible.</exception>
    /// <exception cref="RefusException">L'envoi est impossible.</exception>
    public async Task<ApercuDEnvoi> ExecuterAsync(
        Func<Task> envoi,
        int choisi = 0,
        bool adressesLues = true,
        CancellationToken annulation = default
    )
    {
        var releve = await EssaiABlanc.ExecuterAsync(envoi);
        var exemple = choisi < releve.Courriels.Count ? releve.Courriels[choisi] : null;
        var (deja, dernier) = await DejaAsync(releve.Courriels, annulation);
        return new ApercuDEnvoi(
            releve.Courriels.Count,
            releve.SansAdresse.Count,
            [.. releve.SansAdresse.Take(Nommes)],
            await NommerAsync([.. releve.Courriels.Take(Proposes)], adressesLues, annulation),
            exemple?.Objet,
            exemple?.Texte,
            deja,
            dernier
        );
    }

    private async Task<IReadOnlyList<string>> NommerAsync(
        IReadOnlyList<EnvoiDeCourriel> courriels,
        bool adressesLues,
        CancellationToken annulation
    )
    {
        if (adressesLues)
        {
            return [.. courriels.Select(c => $"{c.NomDestinataire}, {c.Destinataire}")];
        }

        var cles = courriels.Select(c => c.Collectivite).OfType<Guid>().Distinct().Select(c => new CollectiviteId(c)).ToList();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var noms = await contexte.NomsAsync(cles, annulation);
        return
        [
            .. courriels.Select(c =>
                c.Collectivite is { } cle ? noms.GetValueOrDefault(new CollectiviteId(cle), c.NomDestinataire) : c.NomDestinataire
            ),
        ];
    }

    /// <summary>Ceux à qui le même courriel du même objet est déjà parti.</summary>
    private async Task<(int Deja, DateTimeOffset? Dernier)> DejaAsync(
        IReadOnlyList<EnvoiDeCourriel> courriels,
        CancellationToken annulation
    )
    {
        if (courriels is not [{ ObjetId: { } objet, ObjetType: { } type, Modele: { } modele }, ..])
        {
            return (0, null);
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var partis = await contexte
            .EnvoisDeCourriel.Where(e => e.ObjetType == type && e.ObjetId == objet && e.Modele == modele)
            .Where(e => e.Etat != EtatDEnvoi.Echoue && e.Etat != EtatDEnvoi.Revenu)
            .GroupBy(e => e.Destinataire)
            .Select(g => new { Adresse = g.Key, Dernier = g.Max(e => e.DeposeLe) })
            .ToDictionaryAsync(g => g.Adresse, g => g.Dernier, StringComparer.OrdinalIgnoreCase, annulation);
        List<DateTimeOffset> deja =
        [
            .. courriels.Where(c => partis.ContainsKey(c.Destinataire)).Select(c => partis[c.Destinataire]),
        ];
        return (deja.Count, deja.Count == 0 ? null : deja.Max());
    }
}
