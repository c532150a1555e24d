using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>L'issue de chaque lot, et le référé qui suspend la signature.</summary>
public sealed partial class Procedure
{
    /// <summary>Le jour où le juge des référés est saisi (CJA, art. L551-4).</summary>
    public DateOnly? RefereLe { get; private set; }

    /// <summary>La notification de la décision du juge : la signature redevient possible.</summary>
    public DateOnly? DecisionDuRefereLe { get; private set; }

    public bool EstSuspendue => RefereLe is not null && DecisionDuRefereLe is null;

    /// <summary>Dit si le lot peut recevoir cette issue.</summary>
    public Verdict PeutDonnerIssue(int lot, IssueDeLot issue, DateOnly jour, DateOnly aujourdhui, string? motif) =>
        Verdict.De(
            new ProcedureEnCours(Etat),
            new IssuePasAVenir(jour, aujourdhui, LanceeLe),
            new IssueMotivee(issue, motif),
            new LotPasEncoreSigne(issue, FaitDe(lot, EtapeDeProcedure.Signature)?.Le)
        );

    /// <summary>Donne son issue à un lot : attribué, infructueux, sans suite, relancé (R2185-1).</summary>
    public void DonnerIssue(int lot, IssueDeLot issue, DateOnly jour, DateOnly aujourdhui, string? motif = null)
    {
        var cible = LotDe(lot);
        PeutDonnerIssue(lot, issue, jour, aujourdhui, motif).Exiger();
        cible.Finir(issue, jour, motif);
        if (issue is IssueDeLot.Attribue)
        {
            Noter(lot, EtapeDeProcedure.Attribution, jour, motif);
        }

        Recalculer();
        Signaler(new IssueDeLotDonnee(lot, issue, jour, motif));
    }

    /// <summary>Retire le choix d'un lot que rien ne signe encore : l'attributaire pressenti est écarté, le suivant sera choisi.</summary>
    public void RetirerLeChoix(int lot)
    {
        Verdict
            .De(
                new ProcedureEnCours(Etat),
                new LotPasEncoreSigne(IssueDeLot.Relance, FaitDe(lot, EtapeDeProcedure.Signature)?.Le)
            )
            .Exiger();
        LotDe(lot).Reprendre();
        _faits.RemoveAll(f => f.Lot == lot && f.Etape >= EtapeDeProcedure.Attribution);
        Recalculer();
        Signaler(new EtapeRetiree(EtapeDeProcedure.Attribution, lot));
    }

    public void SaisirLeJuge(DateOnly jour, DateOnly aujourdhui)
    {
        Verdict.De(new ProcedureEnCours(Etat), new FaitDuRefere(jour, aujourdhui, LanceeLe, EstSuspendue)).Exiger();
        (RefereLe, DecisionDuRefereLe) = (jour, null);
        Recalculer();
        Signaler(new RefereSaisi(jour));
    }

    public void RecevoirLaDecisionDuJuge(DateOnly jour, DateOnly aujourdhui)
    {
        Verdict.De(new DecisionApresLaSaisine(RefereLe, jour, aujourdhui)).Exiger();
        DecisionDuRefereLe = jour;
        Recalculer();
        Signaler(new RefereDecide(jour));
    }

    /// <summary>Suit la fin du marché d'un lot : terminé ou résilié, l'état du lot le dit.</summary>
    public void SuivreLeMarche(int lot, StatutDeLot fin)
    {
        LotDe(lot).FinDuMarche = fin;
        Recalculer();
        Signaler(new FinDuMarcheDUnLot(lot, fin));
    }
}
