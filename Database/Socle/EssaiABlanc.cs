using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Socle;

/// <summary>Ce qu'un envoi mettrait en file.</summary>
public sealed class EnvoiReleve
{
    /// <summary>Les courriels, tels qu'ils partiraient.</summary>
    public IReadOnlyList<EnvoiDeCourriel> Courriels { get; internal set; } = [];

    /// <summary>Les membres que personne ne peut joindre par courriel.</summary>
    public IReadOnlyCollection<string> SansAdresse => _sansAdresse;

    private readonly SortedSet<string> _sansAdresse = new(StringComparer.CurrentCulture);

    internal void NoterSansAdresse(IEnumerable<string> membres) => _sansAdresse.UnionWith(membres);
}

/// <summary>Conduit un envoi jusqu'au moment d'enregistrer, et s'y arrête : ce qu'il mettrait en file se lit, rien n'est écrit.</summary>
/// <remarks>
/// L'aperçu d'un envoi est ainsi l'envoi lui-même : mêmes destinataires, même texte, mêmes refus, jamais une seconde fabrication.
/// Vaut pour un cas d'usage qui n'écrit qu'en enregistrant une fois, seul ou dans une transaction, qui est alors défaite.
/// </remarks>
public static class EssaiABlanc
{
    private static readonly AsyncLocal<EnvoiReleve?> Ici = new();

    /// <param name="envoi">L'envoi.</param>
    /// <returns>Ce qu'il mettrait en file ; aucun courriel s'il n'enregistre rien.</returns>
    public static async Task<EnvoiReleve> ExecuterAsync(Func<Task> envoi)
    {
        var releve = new EnvoiReleve();
        Ici.Value = releve;
        try
        {
            await envoi();
        }
        catch (ArretAvantDEcrire)
        {
            // The use case got as far as writing: what it would have sent has been noted.
        }
        finally
        {
            Ici.Value = null;
        }

        return releve;
    }

    /// <summary>Note, quand un essai est en cours, les membres qu'un envoi ne peut joindre par courriel.</summary>
    public static void NoterSansAdresse(IEnumerable<string> membres) => Ici.Value?.NoterSansAdresse(membres);

    /// <summary>Arrête l'envoi à blanc juste avant d'écrire.</summary>
    internal static void ArreterAvantDEcrire(DbContext contexte)
    {
        if (Ici.Value is not { } releve)
        {
            return;
        }

        contexte.ChangeTracker.DetectChanges();
        releve.Courriels =
        [
            .. contexte.ChangeTracker.Entries<EnvoiDeCourriel>().Where(e => e.State is EntityState.Added).Select(e => e.Entity),
        ];
        throw new ArretAvantDEcrire();
    }

    private sealed class ArretAvantDEcrire() : Exception("Essai à blanc : rien n'est écrit.");
}
