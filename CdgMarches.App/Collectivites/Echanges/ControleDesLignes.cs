using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Ce qu'une ligne seule ne peut dire d'elle-même : les règles de la fiche, les numéros déjà pris, le rattachement.</summary>
internal sealed class ControleDesLignes(ExistantDuReferentiel existant, IReadOnlySet<string> sirensDuFichier)
{
    public void Controler(LigneDImport ligne, FicheEchangee? avant, (ExistantDuReferentiel.Repere? Fiche, string? Refus) repere)
    {
        if (repere.Refus is not null)
        {
            ligne.Refuser(
                ligne.Lire(FormatDesCollectivites.Identifiant) is null
                    ? FormatDesCollectivites.Siren
                    : FormatDesCollectivites.Identifiant,
                repere.Refus
            );
        }

        if (repere.Fiche is { EstArchivee: true })
        {
            ligne.Refuser(null, $"la fiche « {repere.Fiche.Nom} » est archivée ; rétablissez-la d'abord.");
        }

        Numeros(ligne);
        var cible = FormatDesCollectivites.Appliquer(ligne, avant ?? new FicheEchangee());
        if (avant is null)
        {
            Creation(ligne, cible);
        }

        if (!ligne.EstEnErreur)
        {
            Regles(ligne, cible, avant);
            Rattachement(ligne, cible, avant);
        }
    }

    private static void Numeros(LigneDImport ligne)
    {
        if (ligne.Lire(FormatDesCollectivites.Siret) is { } siret && !Siret.TryParse(siret, out _))
        {
            ligne.Refuser(
                FormatDesCollectivites.Siret,
                "ce SIRET n'est pas valide (clé de contrôle) ; vérifiez les 14 chiffres."
            );
        }

        if (ligne.Lire(FormatDesCollectivites.Siren) is { } siren && !Siren.TryParse(siren, out _))
        {
            ligne.Refuser(FormatDesCollectivites.Siren, "ce SIREN n'est pas valide (clé de contrôle) ; vérifiez les 9 chiffres.");
        }

        if (ligne.Lire(FormatDesCollectivites.CodeInsee) is { } insee && !CodeInsee.TryParse(insee, out _))
        {
            ligne.Refuser(FormatDesCollectivites.CodeInsee, "ce code INSEE n'est pas valide ; il s'écrit comme 62041 ou 2A004.");
        }
    }

    private void Creation(LigneDImport ligne, FicheEchangee cible)
    {
        if (cible.Siret is null && cible.Siren is null && cible.CodeInsee is null)
        {
            ligne.Refuser(null, "donnez le SIRET ou le SIREN : c'est lui qui dit de quelle collectivité il s'agit.");
        }

        if (cible.Nom is null)
        {
            ligne.Refuser(
                FormatDesCollectivites.Nom,
                "cette collectivité n'est pas au référentiel ; son nom est obligatoire pour la créer."
            );
        }

        if (cible.Categorie is not { } categorie)
        {
            ligne.Refuser(
                FormatDesCollectivites.Categorie,
                "cette collectivité n'est pas au référentiel ; sa catégorie est obligatoire pour la créer."
            );
        }
        else if (cible.Nom is not null && existant.ALeNom(categorie, cible.Nom))
        {
            ligne.Avertir(
                FormatDesCollectivites.Nom,
                "une fiche du même nom et de la même catégorie existe déjà ; vérifiez que ce n'en est pas une autre."
            );
        }
    }

    private static void Regles(LigneDImport ligne, FicheEchangee cible, FicheEchangee? avant)
    {
        var identite = cible.VersIdentite(null);
        var verdict = identite.Examiner(avant?.VersIdentite(null));
        if (cible.Agents is not null && cible.AnneeDEffectif is null)
        {
            ligne.Refuser(FormatDesCollectivites.Agents, "indiquez l'année de l'effectif.");
        }

        if ((cible.PopulationTotale ?? cible.PopulationMunicipale) is not null && cible.AnneeDePopulation is null)
        {
            ligne.Refuser(FormatDesCollectivites.PopulationTotale, "indiquez l'année de la population.");
        }

        if (verdict.EstFavorable)
        {
            // The rules of the yearly figures are the aggregate's own: it examines them without keeping anything.
            var essai = Collectivite.Creer(identite with { Telephone = null });
            verdict = (cible.VersEffectif() is { } e ? essai.PeutDeclarer(e) : Verdict.Favorable).Et(
                cible.VersPopulation() is { } p ? essai.PeutRenseigner(p) : Verdict.Favorable
            );
        }

        foreach (var obstacle in verdict.Obstacles)
        {
            ligne.Refuser(FormatDesCollectivites.ColonneDuChamp(obstacle.Champ), Minuscule(obstacle.Message));
        }
    }

    private void Rattachement(LigneDImport ligne, FicheEchangee cible, FicheEchangee? avant)
    {
        if (cible.SirenDuParent is not { } siren || siren == avant?.SirenDuParent)
        {
            return;
        }

        var parent = existant.Parent(siren, cible.Categorie ?? default);
        if (parent is null && !sirensDuFichier.Contains(siren))
        {
            ligne.Refuser(
                FormatDesCollectivites.SirenDuParent,
                "aucune collectivité du référentiel ni du fichier ne porte ce SIREN."
            );
        }
        else if (
            parent is not null
            && new ParentDeLaBonneCategorie(cible.Categorie ?? default, parent.Categorie) is { EstRespectee: false } regle
        )
        {
            ligne.Refuser(FormatDesCollectivites.SirenDuParent, Minuscule(regle.Message));
        }
    }

    /// <summary>La phrase se lit après « ligne 27, colonne E : ».</summary>
    private static string Minuscule(string phrase) => char.ToLower(phrase[0], Francais.Culture) + phrase[1..];
}
