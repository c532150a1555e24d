using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>L'écriture des lignes d'un import dans une transaction ouverte, sous les gardes de la saisie d'une cellule.</summary>
/// <remarks>
/// La version de la réponse avance en premier : cette mise à jour la verrouille jusqu'à la fin de la transaction, si bien
/// que les valeurs relues ensuite ne bougent plus. Une cellule qui n'a plus la valeur montrée met sa ligne en conflit ;
/// les autres cellules de la ligne ne sont pas écrites non plus.
/// </remarks>
internal sealed class EcrireBesoins(MarchesDbContext contexte, Acteur auteur, string fichier, DateTimeOffset instant)
{
    private const string TypeDObjet = nameof(Reponse);

    /// <exception cref="RegleMetierException">La réponse est rendue, ou son délai est écoulé.</exception>
    public Task ProlongerLaVersionAsync(ReponseId id, CancellationToken annulation) =>
        EcritureDeCellule.AvancerAsync(contexte, id, instant, annulation);

    /// <returns>Les mêmes lignes, chacune avec son sort.</returns>
    public async Task<IReadOnlyList<LigneDeBesoin>> EcrireAsync(
        ReponseId reponse,
        IReadOnlyList<LigneDeBesoin> lignes,
        CancellationToken annulation
    )
    {
        var collectivite = await CollectiviteAsync(reponse, annulation);
        var actuelles = await ActuellesAsync(reponse, lignes, annulation);
        List<LigneDeBesoin> sorts = [];
        List<LigneDeReponse> neuves = [];
        foreach (var ligne in lignes)
        {
            var actuelle = actuelles.GetValueOrDefault(ligne.Ligne);
            if (Conflit(ligne, actuelle) is { } motif)
            {
                sorts.Add(ligne with { Sort = SortDeLigneImportee.Conflit, Messages = [.. ligne.Messages, motif] });
                continue;
            }

            var aEcrire = ligne.Cellules.Where(c => Valeur(actuelle, c.Champ) != c.Nouvelle).ToList();
            if (actuelle is null && aEcrire.Count > 0)
            {
                var neuve = new LigneDeReponse(reponse, ligne.Ligne, instant, auteur.Nom);
                aEcrire.ForEach(c => neuve.Poser(c.Champ, c.Nouvelle));
                neuves.Add(neuve);
            }
            else
            {
                await ModifierAsync(reponse, ligne.Ligne, aEcrire, annulation);
            }

            foreach (var cellule in aEcrire)
            {
                Journaliser(
                    reponse,
                    new CelluleImportee(
                        collectivite,
                        ligne.Ligne,
                        cellule.Champ,
                        cellule.Lue.EnTexte(cellule.Champ),
                        cellule.Nouvelle.EnTexte(cellule.Champ),
                        fichier
                    )
                );
            }

            sorts.Add(ligne with { Sort = SortDeLigneImportee.Ecrite });
        }

        contexte.LignesDeReponse.AddRange(neuves);
        await contexte.SaveChangesAsync(annulation);
        neuves.ForEach(l => contexte.Entry(l).State = EntityState.Detached);
        return sorts;
    }

    /// <summary>Rend leurs valeurs d'avant aux lignes que personne n'a changées depuis.</summary>
    public async Task<IReadOnlyList<LigneDeBesoin>> RetablirAsync(
        ReponseId reponse,
        IReadOnlyList<LigneDeBesoin> lignes,
        CancellationToken annulation
    )
    {
        var collectivite = await CollectiviteAsync(reponse, annulation);
        var actuelles = await ActuellesAsync(reponse, lignes, annulation);
        List<LigneDeBesoin> sorts = [];
        foreach (var ligne in lignes)
        {
            var actuelle = actuelles.GetValueOrDefault(ligne.Ligne);
            if (ligne.Cellules.Any(c => Valeur(actuelle, c.Champ) != c.Nouvelle))
            {
                sorts.Add(ligne with { Sort = SortDeLigneImportee.Gardee });
                continue;
            }

            var inverses = ligne.Cellules.Select(c => c with { Lue = c.Nouvelle, Nouvelle = c.Lue }).ToList();
            await ModifierAsync(reponse, ligne.Ligne, inverses, annulation);
            foreach (var cellule in inverses)
            {
                Journaliser(
                    reponse,
                    new CelluleRetablie(
                        collectivite,
                        ligne.Ligne,
                        cellule.Champ,
                        cellule.Lue.EnTexte(cellule.Champ),
                        cellule.Nouvelle.EnTexte(cellule.Champ),
                        fichier
                    )
                );
            }

            sorts.Add(ligne with { Sort = SortDeLigneImportee.Retablie });
        }

        await contexte.SaveChangesAsync(annulation);
        return sorts;
    }

    /// <summary>Déclare sans besoin les prestations que le fichier dit telles, sauf si l'une de leurs lignes est en conflit.</summary>
    public async Task<IReadOnlyList<NeantDansLeFichier>> DeclarerLesNeantsAsync(
        IReadOnlyList<NeantDansLeFichier> neants,
        IReadOnlyList<LigneDeBesoin> conflits,
        CancellationToken annulation
    )
    {
        List<NeantDansLeFichier> sorts = [];
        foreach (var neant in neants)
        {
            if (neant.Erreur is not null || conflits.Any(c => c.Reponse == neant.Reponse))
            {
                sorts.Add(neant);
                continue;
            }

            var id = new ReponseId(neant.Reponse);
            var reponse = await contexte.Reponses.SingleAsync(r => r.Id == id, annulation);
            var version = await contexte
                .Campagnes.Where(c => c.Id == reponse.Campagne)
                .Select(c => c.VersionDuCatalogue)
                .SingleAsync(annulation);
            var besoins = await contexte.LignesDeReponse.CountAsync(
                l =>
                    l.Reponse == id
                    && (l.MinimumMilliemes > 0 || l.EstimeMilliemes > 0 || l.MaximumMilliemes > 0 || l.MontantHtCentimes > 0),
                annulation
            );
            reponse.DeclarerNeant(
                besoins,
                auteur.Nom,
                besoins == 0 ? $"« Besoin néant » choisi dans « {fichier} »." : null,
                version,
                instant
            );
            sorts.Add(neant with { Declare = true });
        }

        return sorts;
    }

    /// <summary>Une ligne d'historique par réponse touchée, en plus de celles des cellules.</summary>
    public void JournaliserLImport(IReadOnlyList<LigneDeBesoin> lignes, Guid? collectivite, string empreinte)
    {
        foreach (var groupe in lignes.GroupBy(l => l.Reponse))
        {
            var ecrites = groupe.Count(l => l.Sort is SortDeLigneImportee.Ecrite);
            Journaliser(
                new ReponseId(groupe.Key),
                new ClasseurImporte(
                    collectivite,
                    fichier,
                    empreinte,
                    ecrites,
                    groupe.Count(l => l.Sort is SortDeLigneImportee.Conflit || l.Etat is Socle.Import.EtatDeLigne.Erreur)
                )
            );
        }
    }

    public void Journaliser(ReponseId reponse, IEvenementMetier evenement) =>
        contexte.Journaliser(LigneDeJournal.De(TypeDObjet, reponse.Valeur, evenement, auteur, instant));

    private static ValeurDeCellule Valeur(LigneDeReponse? ligne, ChampDeReponse champ) =>
        ligne?.Valeur(champ) ?? ValeurDeCellule.Vide;

    /// <summary>Une cellule ni à la valeur montrée ni déjà à celle du fichier : quelqu'un d'autre y a écrit.</summary>
    private static string? Conflit(LigneDeBesoin ligne, LigneDeReponse? actuelle)
    {
        foreach (var cellule in ligne.Cellules)
        {
            var valeur = Valeur(actuelle, cellule.Champ);
            if (valeur != cellule.Lue && valeur != cellule.Nouvelle)
            {
                var montree = valeur.EstVide ? "vidée" : $"« {valeur.EnTexte(cellule.Champ)} »";
                return $"Feuille {ligne.Feuille}, ligne {ligne.NumeroExcel}, colonne {cellule.Lettre} : la valeur a été changée depuis l'aperçu ({montree}{(actuelle is null ? "" : $", par {actuelle.ModifiePar}")}) ; la ligne n'est pas importée.";
            }
        }

        return null;
    }

    private async Task ModifierAsync(
        ReponseId reponse,
        int ligne,
        IReadOnlyList<CelluleDeBesoin> cellules,
        CancellationToken annulation
    )
    {
        foreach (var cellule in cellules)
        {
            var touchees = await EcritureDeCellule.ModifierAsync(
                contexte,
                reponse,
                new Cellule(ligne, cellule.Champ, cellule.Lue, cellule.Nouvelle),
                auteur.Nom,
                instant,
                annulation
            );
            if (touchees == 0)
            {
                // Read a moment ago in this very transaction: nothing but a race can explain it, and all is undone.
                throw new DbUpdateConcurrencyException();
            }
        }
    }

    private async Task<Dictionary<int, LigneDeReponse>> ActuellesAsync(
        ReponseId reponse,
        IReadOnlyList<LigneDeBesoin> lignes,
        CancellationToken annulation
    )
    {
        var toutes = await contexte.LignesDeReponse.AsNoTracking().Where(l => l.Reponse == reponse).ToListAsync(annulation);
        var numeros = lignes.Select(l => l.Ligne).ToHashSet();
        return toutes.Where(l => numeros.Contains(l.Ligne)).ToDictionary(l => l.Ligne);
    }

    private async Task<Guid> CollectiviteAsync(ReponseId reponse, CancellationToken annulation)
    {
        var collectivite = await contexte
            .Reponses.Where(r => r.Id == reponse)
            .Select(r => r.Collectivite)
            .SingleAsync(annulation);
        return collectivite.Valeur;
    }
}
