using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Parametres.Regles;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Parametres;

/// <param name="Code">Ce que la valeur fixe.</param>
/// <param name="Nombre">Dans l'unité du code ; nul pour une valeur en texte.</param>
/// <param name="Debut">Le premier jour.</param>
/// <param name="Fin">Le dernier jour ; null si rien ne l'annonce.</param>
/// <param name="Source">Le texte qui la fixe.</param>
public sealed record NouvelleValeur(string Code, decimal? Nombre, DateOnly Debut, DateOnly? Fin, string Source)
{
    /// <summary>La valeur, quand elle n'est pas un nombre.</summary>
    public string? Texte { get; init; }

    internal ValeurDatee Dater() =>
        Texte is { } texte
            ? ValeurDatee.DeTexte(Code, texte, Debut, Fin, Source)
            : ValeurDatee.DeNombre(Code, Nombre ?? 0, Debut, Fin, Source);
}

/// <summary>Ajoute une valeur datée du CDG, et clôt la veille celle, sans fin, qu'elle remplace.</summary>
public sealed class AjouterValeur(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres, HorlogeLegale horloge)
{
    /// <exception cref="RegleMetierException">Une autre valeur vaut déjà ces jours-là.</exception>
    public async Task ExecuterAsync(Acteur acteur, NouvelleValeur demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var existantes = await contexte
                    .ValeursDatees.Where(v => v.Code == demande.Code && v.Portee == PorteeDeValeur.Cdg)
                    .ToListAsync(jeton);
                var nouvelle = demande.Dater();
                var regle = new ValeurSansChevauchement(nouvelle, existantes);
                Verdict.De(regle).Exiger();

                var avant = regle.Remplacee is { } remplacee ? Dire(remplacee) : null;
                regle.Remplacee?.Clore(demande.Debut.AddDays(-1));
                contexte.ValeursDatees.Add(nouvelle);
                var fait = new ValeurDateeAjoutee(Parametrage.Nom(demande.Code), avant, Dire(nouvelle));
                contexte.Journaliser(
                    LigneDeJournal.De(Parametrage.ObjetType, Parametrage.ObjetId, fait, acteur, horloge.Maintenant)
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
        parametres.Oublier();
    }

    /// <summary>Retire une valeur saisie par erreur, tant qu'elle n'a servi à rien : elle n'est pas encore en vigueur.</summary>
    /// <exception cref="RefusException">Elle est en vigueur ou passée : des décisions ont pu s'y appuyer.</exception>
    public async Task RetirerAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var valeur =
            await contexte.ValeursDatees.SingleOrDefaultAsync(v => v.Id == id, annulation)
            ?? throw new RefusException("Cette valeur n'existe plus : quelqu'un l'a déjà retirée.");
        if (valeur.Debut <= horloge.Aujourdhui)
        {
            throw new RefusException(
                "Cette valeur est déjà en vigueur : elle ne peut pas être retirée, pour que le passé se relise comme il s'est décidé. Ajoutez celle qui la remplace."
            );
        }

        contexte.ValeursDatees.Remove(valeur);
        var fait = new ValeurDateeRetiree(Parametrage.Nom(valeur.Code), Dire(valeur));
        contexte.Journaliser(LigneDeJournal.De(Parametrage.ObjetType, Parametrage.ObjetId, fait, acteur, horloge.Maintenant));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        parametres.Oublier();
    }

    private static string Dire(ValeurDatee valeur)
    {
        var validite = valeur.Fin is { } fin
            ? $"du {Formats.DateCourte(valeur.Debut)} au {Formats.DateCourte(fin)}"
            : $"à partir du {Formats.DateCourte(valeur.Debut)}";
        return $"{valeur.Texte ?? Formats.Nombre(valeur.Nombre ?? 0)} {validite} ({valeur.Source})";
    }
}
