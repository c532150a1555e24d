using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Courriels;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Réécrit le texte d'un modèle de courriel, ou rend celui d'origine.</summary>
public sealed class ModifierModele(IDbContextFactory<MarchesDbContext> donnees, ComposerCourriel composer, HorlogeLegale horloge)
{
    /// <summary>La version en vigueur ; zéro pour le texte d'origine.</summary>
    public async Task<int> VersionAsync(Acteur acteur, string cle, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.RedigerCourriels);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.ModelesDeCourriel.Where(m => m.Cle == cle).Select(m => m.Version).SingleOrDefaultAsync(annulation);
    }

    /// <summary>La réécriture en vigueur, et qui l'a faite ; nulle tant que le texte d'origine sert.</summary>
    public async Task<(string Par, DateTimeOffset Le)?> ReecritureAsync(
        Acteur acteur,
        string cle,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.RedigerCourriels);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.ModelesDeCourriel.AsNoTracking().SingleOrDefaultAsync(m => m.Cle == cle, annulation) is { } modele
            ? (modele.ModifiePar, modele.ModifieLe)
            : null;
    }

    /// <param name="acteur">Un gestionnaire ou l'administrateur.</param>
    /// <param name="cle">Le modèle.</param>
    /// <param name="version">La version qu'il avait sous les yeux.</param>
    /// <param name="objet">Le nouvel objet.</param>
    /// <param name="texte">Le nouveau texte.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <exception cref="RefusException">Un champ n'existe pas, ou le texte ne tient pas : rien n'est enregistré.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Un autre agent l'a réécrit entre-temps.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        string cle,
        int version,
        string? objet,
        string? texte,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.RedigerCourriels);
        var definition = composer.Definitions.Single(d => d.Cle == cle);
        var (propreObjet, propreTexte) = (objet?.Trim() ?? "", texte?.Trim() ?? "");
        if (
            propreObjet.Length is 0 or > EnvoiDeCourriel.LongueurDeLObjet
            || propreTexte.Length is 0 or > ModeleDeCourriel.LongueurDuTexte
        )
        {
            throw new RefusException(
                $"L'objet ({EnvoiDeCourriel.LongueurDeLObjet} caractères au plus) et le texte ({ModeleDeCourriel.LongueurDuTexte} au plus) sont obligatoires : rien n'a été enregistré."
            );
        }

        if (RemplirModele.Inconnus(definition, propreObjet, propreTexte) is { Count: > 0 } inconnus)
        {
            throw new RefusException(
                $"{string.Join(" ", inconnus.Select(i => i.Message))} Rien n'a été enregistré : corrigez, puis enregistrez de nouveau."
            );
        }

        if (RemplirModele.Manquants(definition, propreTexte) is { Count: > 0 } manquants)
        {
            throw new RefusException(
                $"Ce courriel ne sert à rien sans {string.Join(" ni ", manquants.Select(m => $"{{{{{m}}}}}"))} : remettez-le dans le texte. Rien n'a été enregistré."
            );
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var modele = await contexte.ModelesDeCourriel.SingleOrDefaultAsync(m => m.Cle == cle, annulation);
        if ((modele?.Version ?? 0) != version)
        {
            throw new DbUpdateConcurrencyException("Le modèle a été réécrit entre-temps.");
        }

        var avant = modele is null ? $"{definition.Objet}\n{definition.Texte}" : $"{modele.Objet}\n{modele.Texte}";
        modele ??= contexte.ModelesDeCourriel.Add(new ModeleDeCourriel(cle)).Entity;
        (modele.Objet, modele.Texte, modele.Version) = (propreObjet, propreTexte, version + 1);
        (modele.ModifieLe, modele.ModifiePar) = (horloge.Maintenant, acteur.Nom);
        Journaliser(contexte, acteur, definition, avant, $"{propreObjet}\n{propreTexte}");
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Rend le texte d'origine.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Un autre agent l'a réécrit entre-temps : son texte reste.</exception>
    public async Task RetablirAsync(Acteur acteur, string cle, int version, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.RedigerCourriels);
        var definition = composer.Definitions.Single(d => d.Cle == cle);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await contexte.ModelesDeCourriel.SingleOrDefaultAsync(m => m.Cle == cle, annulation) is { } modele)
        {
            if (modele.Version != version)
            {
                throw new DbUpdateConcurrencyException("Le modèle a été réécrit entre-temps.");
            }

            contexte.ModelesDeCourriel.Remove(modele);
            Journaliser(
                contexte,
                acteur,
                definition,
                $"{modele.Objet}\n{modele.Texte}",
                $"{definition.Objet}\n{definition.Texte}"
            );
            await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        }
    }

    private void Journaliser(
        MarchesDbContext contexte,
        Acteur acteur,
        DefinitionDeModele definition,
        string avant,
        string apres
    ) =>
        contexte.Journaliser(
            LigneDeJournal.De(
                Parametrage.ObjetType,
                Parametrage.ObjetId,
                new ReglageModifie($"modèle de courriel « {definition.Titre} »", avant, apres),
                acteur,
                horloge.Maintenant
            )
        );
}
