using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
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
    /// <param name="annulation">Abandonne la lecture.</param>
    /// <exception cref="Domain.Noyau.RegleMetierException">L'envoi est impossible.</exception>
    /// <exception cref="RefusException">L'envoi est impossible.</exception>
    public async Task<ApercuDEnvoi> ExecuterAsync(Func<Task> envoi, int choisi = 0, CancellationToken annulation = default)
    {
        var releve = await EssaiABlanc.ExecuterAsync(envoi);
        var exemple = choisi < releve.Courriels.Count ? releve.Courriels[choisi] : null;
        var (deja, dernier) = await DejaAsync(releve.Courriels, annulation);
        return new ApercuDEnvoi(
            releve.Courriels.Count,
            releve.SansAdresse.Count,
            [.. releve.SansAdresse.Take(Nommes)],
            [.. releve.Courriels.Take(Proposes).Select(c => $"{c.NomDestinataire}, {c.Destinataire}")],
            exemple?.Objet,
            exemple?.Texte,
            deja,
            dernier
        );
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
