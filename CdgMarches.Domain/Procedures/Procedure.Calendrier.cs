using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>Le calendrier : les dates prévues, leur glissement, la date limite et ses rectificatifs.</summary>
public sealed partial class Procedure
{
    /// <summary>Les étapes encore à faire dont la date suivrait si celle-ci bougeait, et de combien de jours.</summary>
    public (int Jours, IReadOnlyList<EtapeDeProcedure> Suivantes) ProposerDecalage(EtapeDeProcedure etape, DateOnly prevu)
    {
        var avant = _jalons.Find(j => j.Etape == etape)?.Prevu;
        var jours = avant is { } ancien ? prevu.DayNumber - ancien.DayNumber : 0;
        return (
            jours,
            jours == 0
                ? []
                : [.. _jalons.Where(j => j.Etape > etape && j is { Prevu: not null, Reel: null }).Select(j => j.Etape).Order()]
        );
    }

    /// <summary>Prévoit une étape ; sur demande, les suivantes encore à faire glissent du même nombre de jours.</summary>
    public void Prevoir(EtapeDeProcedure etape, DateOnly? prevu, bool decalerLesSuivantes)
    {
        Verdict.De(new ProcedureNonTerminee(Etat)).Exiger();
        var (jours, suivantes) = prevu is { } jour && decalerLesSuivantes ? ProposerDecalage(etape, jour) : (0, []);
        JalonDe(etape).Prevu = prevu;
        foreach (var suivante in suivantes)
        {
            var jalon = JalonDe(suivante);
            jalon.Prevu = jalon.Prevu!.Value.AddDays(jours);
        }

        Recalculer();
        Signaler(new CalendrierPrevu(etape, prevu, suivantes.Count));
    }

    /// <summary>Dit si cette date limite respecte le délai minimal.</summary>
    public Verdict PeutFixerLaLimite(DateTime limite, DelaiDeReception? minimum) =>
        Verdict.De(
            minimum is null ? new ProcedureNonTerminee(Etat) : new DateLimiteApresLeDelaiDeReception(limite, minimum),
            new ProcedureNonTerminee(Etat),
            new LimitePasEncorePassee(ConstateLe(0, EtapeDeProcedure.Ouverture))
        );

    /// <summary>Fixe la date limite ; après le lancement, c'est un rectificatif numéroté.</summary>
    public void FixerLaLimite(DateTime limite, DelaiDeReception? minimum, string? motif = null)
    {
        PeutFixerLaLimite(limite, minimum).Exiger(motif);
        if (Etat is EtatDeProcedure.Lancee && LimiteDeRemise is not null)
        {
            Rectificatifs++;
        }

        LimiteDeRemise = limite;
        JalonDe(EtapeDeProcedure.RemiseDesOffres).Prevu = DateOnly.FromDateTime(limite);
        Recalculer();
        Signaler(new LimiteFixee(limite, Rectificatifs, motif));
    }

    public override IEnumerable<EcheanceDue> Echeances =>
        _jalons
            .Where(j => j.Prevu is not null)
            .Select(j => new EcheanceDue(
                $"etape/{j.Etape}",
                j.Prevu!.Value,
                $"{j.Etape.Libelle()} — {Reference}",
                "RG4.1",
                j.Etape.Fondement()
            )
            {
                Heure = j.Etape is EtapeDeProcedure.RemiseDesOffres && LimiteDeRemise is { } l ? TimeOnly.FromDateTime(l) : null,
                Responsable = Responsable,
                Suppleant = Suppleant,
                Groupement = Groupement.Valeur,
                Alertes = [7],
                EstAccomplie = j.Reel is not null || Etat is EtatDeProcedure.Terminee,
                Adresse = $"/procedures/{Id.Valeur}/calendrier",
            });

    /// <summary>Une première frise, de la publication prévue aux données essentielles ; les dates déjà prévues restent.</summary>
    public void PrevoirParDefaut(DateOnly publication, DateOnly limite, bool avecCao)
    {
        Verdict.De(new ProcedureNonTerminee(Etat)).Exiger();
        var attribution = limite.AddDays(45);
        var signature = attribution.AddDays(30);
        foreach (
            var (etape, jour) in new (EtapeDeProcedure, DateOnly)[]
            {
                (EtapeDeProcedure.NoteDOrganisation, publication.AddDays(-30)),
                (EtapeDeProcedure.Dce, publication.AddDays(-7)),
                (EtapeDeProcedure.Publication, publication),
                (EtapeDeProcedure.RemiseDesOffres, limite),
                (EtapeDeProcedure.Ouverture, limite.AddDays(1)),
                (EtapeDeProcedure.Candidatures, limite.AddDays(8)),
                (EtapeDeProcedure.Analyse, limite.AddDays(35)),
                (EtapeDeProcedure.ConvocationDeLaCao, attribution.AddDays(-7)),
                (EtapeDeProcedure.Attribution, attribution),
                (EtapeDeProcedure.Attestations, attribution.AddDays(10)),
                (EtapeDeProcedure.Rejets, attribution.AddDays(12)),
                (EtapeDeProcedure.AutorisationDeSigner, attribution.AddDays(20)),
                (EtapeDeProcedure.Signature, signature),
                (EtapeDeProcedure.Transmission, signature.AddDays(5)),
                (EtapeDeProcedure.Notification, signature.AddDays(10)),
                (EtapeDeProcedure.InformationDesMembres, signature.AddDays(14)),
                (EtapeDeProcedure.AvisDAttribution, signature.AddDays(25)),
                (EtapeDeProcedure.DonneesEssentielles, signature.AddDays(40)),
            }
        )
        {
            if (etape is not EtapeDeProcedure.ConvocationDeLaCao || avecCao)
            {
                JalonDe(etape).Prevu ??= jour;
            }
        }

        Recalculer();
        Signaler(new CalendrierPrevu(EtapeDeProcedure.Publication, publication, 0));
    }
}
