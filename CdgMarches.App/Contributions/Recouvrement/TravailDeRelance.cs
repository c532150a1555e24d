using System.Text.Json;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Recouvrement;

/// <summary>Lance la relance de tous les retards d'un exercice, en fond.</summary>
public sealed class RelancerLesRetards(RelancerDebiteurs relancer, FileDeTravaux file)
{
    internal const string Type = "contributions.relances";

    /// <returns>Le travail, à donner à <c>SuiviDeTravail</c>.</returns>
    /// <exception cref="RefusException">Aucune relance n'est due.</exception>
    public async Task<Guid> ExecuterAsync(Acteur acteur, int exercice, CancellationToken annulation = default)
    {
        if ((await relancer.DusAsync(acteur, exercice, annulation)).Count == 0)
        {
            throw new RefusException("Aucune relance n'est due : rien n'a été lancé.");
        }

        return await file.LancerAsync(
            acteur,
            Type,
            $"Relances de l'exercice {exercice.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            Droits.PreparerContributions,
            new DemandeDeRelances(exercice),
            annulation
        );
    }
}

internal sealed record DemandeDeRelances(int Exercice);

/// <summary>Relance débiteur par débiteur et rend un compte par ligne ; interrompu, il reprend là où il en était.</summary>
/// <remarks>Chaque relance est sa propre transaction : celle qui est partie n'est plus due, donc ne repart pas.</remarks>
internal sealed class TravailDeRelance(RelancerDebiteurs relancer, HorlogeLegale horloge) : ITravail
{
    public async Task<FichierProduit?> ExecuterAsync(
        Acteur auteur,
        string parametres,
        IProgress<Avancement> progres,
        CancellationToken annulation
    )
    {
        var exercice = JsonSerializer.Deserialize<DemandeDeRelances>(parametres)!.Exercice;
        var dus = await relancer.DusAsync(auteur, exercice, annulation);
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Relances")
            .Entetes(1, ColonneExcel.Texte("N° appel"), ColonneExcel.Texte("Débiteur"), ColonneExcel.Texte("Suite"));
        foreach (var (rang, (id, reference, nom)) in dus.Index())
        {
            annulation.ThrowIfCancellationRequested();
            feuille.Ligne().Texte(reference).Texte(nom).Texte(await SuiteAsync(auteur, id, annulation));
            progres.Report(new Avancement(rang + 1, dus.Count, "Relances"));
        }

        classeur.LisezMoi(
            "Relances",
            $"Exercice {exercice}",
            horloge.Aujourdhui,
            "Une ligne par appel en retard, et ce qui en est parti."
        );
        return new FichierProduit(
            NomDeFichier.De("Relances", exercice, horloge.Aujourdhui),
            TypesMime.Xlsx,
            new MemoryStream(classeur.Enregistrer())
        );
    }

    private async Task<string> SuiteAsync(
        Acteur auteur,
        Domain.Contributions.AppelDeContributionId id,
        CancellationToken annulation
    )
    {
        try
        {
            return (await relancer.RelancerAsync(auteur, id, annulation)).Phrase;
        }
        catch (Exception refus) when (refus is RefusException or RegleMetierException)
        {
            return refus.Message;
        }
        catch (DbUpdateConcurrencyException)
        {
            return "L'appel a changé pendant la relance : rien n'est parti, recommencez pour lui.";
        }
    }
}
