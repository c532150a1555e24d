using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Socle;

/// <summary>Ce qu'un envoi mettrait en file.</summary>
public sealed class EnvoiReleve
{
    /// <summary>Les courriels, tels qu'ils partiraient.</summary>
    public IReadOnlyList<EnvoiDeCourriel> Courriels => _courriels;

    /// <summary>Les membres que personne ne peut joindre par courriel.</summary>
    public IReadOnlyCollection<string> SansAdresse => _sansAdresse;

    private readonly List<EnvoiDeCourriel> _courriels = [];
    private readonly SortedSet<string> _sansAdresse = new(StringComparer.CurrentCulture);

    internal void Noter(IEnumerable<EnvoiDeCourriel> courriels) => _courriels.AddRange(courriels);

    internal void Oublier() => _courriels.Clear();

    internal void NoterSansAdresse(IEnumerable<string> membres) => _sansAdresse.UnionWith(membres);
}

/// <summary>Conduit un envoi jusqu'au moment de valider, et s'y arrête : ce qu'il mettrait en file se lit, rien ne reste écrit.</summary>
/// <remarks>
/// L'aperçu d'un envoi est ainsi l'envoi lui-même : mêmes destinataires, même texte, mêmes refus, jamais une seconde fabrication.
/// Une transaction enregistre autant de fois qu'elle veut, puis est défaite ; hors transaction, le premier enregistrement arrête.
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

    /// <summary>Une transaction commence, ou recommence après un incident : ce que l'essai avait noté ne compte plus.</summary>
    internal static void Recommencer() => Ici.Value?.Oublier();

    /// <summary>Note ce qui va être enregistré ; hors d'une transaction, que l'on pourrait défaire, arrête là l'envoi à blanc.</summary>
    internal static void AvantDEnregistrer(DbContext contexte)
    {
        if (Ici.Value is not { } releve)
        {
            return;
        }

        contexte.ChangeTracker.DetectChanges();
        releve.Noter(
            contexte.ChangeTracker.Entries<EnvoiDeCourriel>().Where(e => e.State is EntityState.Added).Select(e => e.Entity)
        );
        if (contexte.Database.CurrentTransaction is null)
        {
            throw new ArretAvantDEcrire();
        }
    }

    /// <summary>Arrête l'envoi à blanc au moment où sa transaction serait validée : elle est défaite.</summary>
    internal static void AvantDeValider()
    {
        if (Ici.Value is not null)
        {
            throw new ArretAvantDEcrire();
        }
    }

    private sealed class ArretAvantDEcrire() : Exception("Essai à blanc : rien n'est écrit.");
}
